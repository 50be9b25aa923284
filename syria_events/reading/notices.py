"""What the user should know about inputs that are no failures."""

from dataclasses import dataclass

LITTLE_ARABIC = "hardly any Arabic"
WRAPPED = "lines are wrapped; read as running text"
# what is passed over in a folder, in the singular and the plural: counted, not listed
FOLDER_LINK, OTHER_SUFFIX = "link to a folder", "file of another suffix"
SKIPPED = {FOLDER_LINK: "links to folders", OTHER_SUFFIX: "files of other suffixes"}


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about an input that was read all the same, or passed over, in one line."""

    source: str
    message: str
