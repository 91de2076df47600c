"""Files, their versions, and to what they are attached."""

from prongsai.platform.files.models.attachment import Attachment
from prongsai.platform.files.models.stored_file import FileVersion, StoredFile

__all__ = ["Attachment", "FileVersion", "StoredFile"]
