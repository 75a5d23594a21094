"""One home each for what differs between operating systems: clipboard, file dialogs, printing, process hardening."""
