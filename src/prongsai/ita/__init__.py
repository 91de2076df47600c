"""What Prongsai knows: pure Python without Django, database, clock or network."""
