"""Who may stand as owner of an activity."""

from enum import StrEnum


class OwnerKind(StrEnum):
    """What the words in the owner column name."""

    PERSON = "person"
    ROLE = "role"
    WHOLE_GROUP = "whole_group"
    EXTERNAL_UNIT = "external_unit"
    EXTERNAL_ROLE = "external_role"
    PROJECT = "project"
