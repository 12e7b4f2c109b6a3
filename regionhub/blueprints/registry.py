"""The one list of working groups, in the order that people meet them."""

from regionhub.blueprints.workgroups import (
    beredskap,
    bibliotek,
    information,
    it,
    jamstalldhet,
    kultur,
    naringsliv,
    overformyndare,
    personal,
    turism,
    upphandling,
    webb,
)

ALL = (
    beredskap,
    bibliotek,
    naringsliv,
    turism,
    upphandling,
    information,
    webb,
    overformyndare,
    jamstalldhet,
    kultur,
    personal,
    it,
)
GROUPS = tuple(module.GROUP for module in ALL)
