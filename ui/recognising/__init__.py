"""*Herkenbaarheid* in the window: a careful colleague who reads along while the adviser writes."""
