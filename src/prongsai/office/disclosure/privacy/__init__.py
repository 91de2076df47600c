"""Looking through what is to be published, and hiding what points to a private person. No Django and no database."""
