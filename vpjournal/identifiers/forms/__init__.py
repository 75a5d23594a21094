"""What has a form or a phrase of its own: numbers, days, addresses, functions, traits, and who is the only one."""
