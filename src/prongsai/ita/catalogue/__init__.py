"""Facts of each ITA year as validated data: catalogues, drafts, topics, crosswalks, comparison.

The workbook stands apart (`prongsai.ita.catalogue.workbook`), as its libraries are slow to import.
"""

from prongsai.ita.catalogue.crosswalk import Crosswalk, Relation, RelationKind
from prongsai.ita.catalogue.crosswalk_files import available_crosswalks, follow_same, load_crosswalk
from prongsai.ita.catalogue.differences import Difference, diff
from prongsai.ita.catalogue.drafts import framework_for, open_draft
from prongsai.ita.catalogue.files import available_years, from_yaml, load_framework
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import CatalogueError
from prongsai.ita.catalogue.rules import check_framework
from prongsai.ita.catalogue.topics import Topic, load_topics
from prongsai.ita.catalogue.yaml_text import to_yaml

__all__ = [
    "CatalogueError",
    "Crosswalk",
    "Difference",
    "Framework",
    "Relation",
    "RelationKind",
    "Topic",
    "available_crosswalks",
    "available_years",
    "check_framework",
    "diff",
    "follow_same",
    "framework_for",
    "from_yaml",
    "load_crosswalk",
    "load_framework",
    "load_topics",
    "open_draft",
    "to_yaml",
]
