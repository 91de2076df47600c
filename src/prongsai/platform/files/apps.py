"""The room of files."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files with their versions, and to what they are attached."""

    name = "prongsai.platform.files"
    label = "files"
