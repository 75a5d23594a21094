"""*Verhuizen*: a backup, a look on the other laptop, and an empty old one."""
