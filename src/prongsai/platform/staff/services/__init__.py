"""What is done with units, posts and people: each deed in one transaction, with one line of the audit log."""
