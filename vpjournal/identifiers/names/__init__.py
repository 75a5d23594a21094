"""Names of persons, places, organisations and departments: told by capitals, lists and what stands around them."""
