"""Commands of the register of circulars."""
