"""The field with which forms take files: recognised, looked through and cleaned before the form is valid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.ita.thai import Refused
from prongsai.platform.files.kinds import EVIDENCE, Purpose
from prongsai.platform.files.limited import CleanFile, clean_limited
from prongsai.platform.files.names import shown_name
from prongsai.platform.ui.refusals import NoSpace
from prongsai.platform.ui.wording import in_thai

MOST_FILES = 10

ENGLISH = {
    "ACTIVE": _("A signed PDF must not carry scripts or other files."),
    "ANIMATED": _("Moving pictures are not taken."),
    "ARCHIVE": _("The structure of the file is unusual. Open it, save it as a new file, and attach that."),
    "DDE": _("The file calls another program. Take this out, save it, and attach it again."),
    "EMPTY": _("The file is empty."),
    "ENCODING": _("The text of the file cannot be read. Save it as UTF-8."),
    "ENCRYPTED": _("The file is locked by a password. Save it without one."),
    "KIND": _("This kind of file is not taken here, or its content is not what its name says."),
    "LIMIT": _("The file is too complicated. Part it into several."),
    "MACRO": _("The file has macros. Save it without."),
    "NESTED": _("The file has another file inside. Attach each by itself."),
    "PAGES": _("The PDF has too many pages. Part it into several."),
    "PIXELS": _("The picture has more than 25 million dots. Make it smaller."),
    "SIZE": _("The file is too large: at most 20 MB, and 100 MB unpacked."),
    "TRUNCATED": _("The file is cut off or damaged. Save or download it again."),
    "XML": _("The file has parts that such files never have. Save it as a new file."),
}
"""What each rule says on English pages; on Thai pages the refusal's own, more exact sentence is shown."""

TOO_LARGE, NOT_TAKEN, UNREADABLE = 413, 415, 422
_STATUSES = {
    "COUNT": 400,
    "SIZE": TOO_LARGE,
    "PIXELS": TOO_LARGE,
    "PAGES": TOO_LARGE,
    "LIMIT": TOO_LARGE,
    "KIND": NOT_TAKEN,
}


class FilesInput(forms.FileInput):
    """A box for files, and on phones one more that opens the camera. Works without scripts."""

    template_name = "files/files_input.html"
    allow_multiple_selected = True

    def __init__(self, purpose: Purpose, *, single: bool) -> None:
        accept = ",".join(purpose.suffixes)
        super().__init__({"accept": accept} | ({} if single else {"multiple": True}))
        self.purpose = purpose

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Say whether a camera is offered."""
        return super().get_context(name, value, attrs) | {"camera": self.purpose.camera}

    def value_from_datadict(
        self,
        data: Mapping[str, Any],  # noqa: ARG002 the signature is Django's
        files: MultiValueDict[str, UploadedFile[bytes]],
        name: str,
    ) -> list[UploadedFile[bytes]]:
        """Give all files of both boxes."""
        return files.getlist(name)


class FilesField(forms.Field):
    """Files as a list of `CleanFile`. `single`: exactly one.

    The purpose decides which kinds are taken. Each file is looked through in a child process. Errors name the file, and
    have the rule as their code (`status_of` makes a status of them).
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "many": _("At most %(most)s files at once."),
        "single": _("Choose one file."),
    }

    def __init__(self, *, purpose: Purpose = EVIDENCE, single: bool = False, **options: Any) -> None:
        self.purpose, self.single = purpose, single
        options.setdefault("label", _("File") if single else _("Files"))
        options.setdefault("help_text", help_for(purpose, single=single))
        super().__init__(widget=FilesInput(purpose, single=single), **options)

    def clean(self, value: Any) -> list[CleanFile]:
        """Look through all files, and tell the faults of all."""
        files = list(value or ())
        super().validate(files or None)
        self._check_count(len(files))
        cleaned, faults = [], []
        for file in files:
            try:
                cleaned.append(self._cleaned(file))
            except Refused as refused:
                faults.append(file_error(refused, str(file.name)))
        if faults:
            raise ValidationError(faults)
        return cleaned

    def _check_count(self, count: int) -> None:
        if self.single and count > 1:
            raise ValidationError(self.error_messages["single"], code="COUNT")
        if count > MOST_FILES:
            raise ValidationError(self.error_messages["many"], code="COUNT", params={"most": MOST_FILES})

    def _cleaned(self, file: UploadedFile[bytes]) -> CleanFile:
        if getattr(file, "fault", None) is not None:
            raise NoSpace
        if (file.size or 0) > LARGEST_FILE:
            raise Refused("SIZE", f"แฟ้มใหญ่เกิน {LARGEST_FILE // 1_000_000} เมกะไบต์ โปรดแยกแฟ้มหรือลดขนาดภาพ")
        file.seek(0)  # a page that lost to another is tried again with the same file, which was read to its end
        return clean_limited(file.read(), str(file.name), self.purpose)


def file_error(refused: Refused, name: str) -> ValidationError:
    """Give the error beside the field, in the language of the page, with the name of the file before it."""
    said = refused.message if in_thai() else ENGLISH.get(refused.rule, refused.message)
    return ValidationError("%(name)s: %(said)s", code=refused.rule, params={"name": shown_name(name), "said": said})


def status_of(form: forms.BaseForm) -> int:
    """Give the status of a form that was sent: 200, 413 (too large), 415 (a kind that is not taken), 422, or 400."""
    codes = [error.code for errors in form.errors.as_data().values() for error in errors]
    if not codes:
        return 200
    known: Iterable[int] = (_STATUSES.get(str(code), UNREADABLE) for code in codes if str(code).isupper())
    return next(iter(known), 400)


def help_for(purpose: Purpose, *, single: bool) -> Any:
    """Say what is taken, in one sentence."""
    kinds = " ".join(suffix for suffix in purpose.suffixes if suffix not in (".htm", ".jpeg", ".heif"))
    if single:
        return _("%(kinds)s, at most 20 MB.") % {"kinds": kinds}
    return _("%(kinds)s, at most 20 MB each, ten at once.") % {"kinds": kinds}
