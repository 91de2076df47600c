"""The card of the files."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord

_WITH_ITS_THING = "as long as the thing that holds the file; contents of files taken away go the day after"

MODULE = Module(
    key="files",
    title=gettext_noop("Files"),
    menu=(MenuEntry(gettext_noop("Files"), "files", frozenset({Role.COORDINATOR}), order=700),),
    records=(
        PersonalRecord(
            "files.StoredFile",
            fields=("made",),
            purpose="papers and pictures that the work of the agency rests on; what they hold is their holder's matter",
            ground="public task of the agency (s. 24 (4))",
            until=_WITH_ITS_THING,
        ),
        PersonalRecord(
            "files.FileVersion",
            fields=("name", "made_by"),
            purpose="which version held when, and which account attached it",
            ground="public task of the agency (s. 24 (4))",
            until=_WITH_ITS_THING,
        ),
        PersonalRecord(
            "files.Attachment",
            fields=("made_by",),
            purpose="what a file belongs to, and which account said so",
            ground="public task of the agency (s. 24 (4))",
            until=_WITH_ITS_THING,
        ),
    ),
)
