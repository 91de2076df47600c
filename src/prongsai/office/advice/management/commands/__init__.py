"""Commands of the room of advice."""
