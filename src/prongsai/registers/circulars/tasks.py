"""Work of this room that is done later: where the worker looks for it."""

from prongsai.registers.circulars.services.telling import tell_receivers

__all__ = ["tell_receivers"]
