"""What opens the journal: choosing a passphrase, putting the recovery sheet on paper, and what is true afterwards."""
