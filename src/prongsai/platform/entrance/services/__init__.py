"""What is done with accounts: each deed in one transaction, with one line of the audit log."""
