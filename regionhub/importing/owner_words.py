"""Swedish words that tell what kind of owner a text names: role, unit, project, everyone."""

import re
from collections.abc import Sequence

from regionhub.importing.folding import word_set

# Beginnings and endings are folded: without å, ä and ö.
_ROLE = re.compile(
    r"\w*(?:chef|samordnar|ledar|handlaggar|sekreterar|ansvarig|tekniker|assistent|strateg"
    r"|direktor|ordforand|utredar|utvecklar|controller|konsulent|pedagog|bibliotekarie|ingenjor"
    r"|redaktor|koordinator|administrator|inspektor|vagledar|larar|rektor|sammankalland|ledamot"
    r"|ledamoter|kontaktperson|informator|kommunikator|planerar|upphandlar|jurist|ekonom|arkivarie"
    r"|registrator|webbmaster|forvaltar|overformyndar|mastar|politiker|tjansteman|representant"
    r"|ombud|skotersk|terapeut|lakar|specialist|arkitekt|revisor"
    r"|ordf|sekr|inspirator|intendent|antikvarie|granskar|kommunalrad|forhandlar|kurator|psykolog)"
    r"(?:e|en|er|erna|na|n|s|a|arna|or|orer|orerna|erare)*"
)
# Posts that are mostly written in letters: of information security, duty officer, head nurse.
_POSTS = word_set("ciso cso cio cto cdo ceo cfo coo cmo chro vd dso dpo tib mas hrc")
_LIKE_INITIALS = "vd"
_UNIT = re.compile(
    r"\w*(?:byra|forvaltning|kontor|avdelning|enhet|namnd|kansli|styrelse|region|kommun|bolag"
    r"|forbund|universitet|hogskola|skola|verk|myndighet|bibliotek|service|centrum|center"
    r"|organisation|forening|foretag|stab|museum|museet|raddningstjanst|polis|sjukhus|landsting"
    r"|institut|akademi|kammare|utskott|rad|teknik|omsorg|miljo|fritid|omrade|sektor|sektion"
    r"|personal|kommitte|naringsliv|energi|kyrkan|bank|fullmaktige|jour|cirkel|radet|vaxel"
    r"|formedling|elevhalsa|foretagshalsa|kassa)"
    r"(?:en|et|n|t|erna|orna|na|s|ns|ens|ets|ar|er|or|ts|erna|arna|ernas|ornas|orna)*"
)
_PROJECT = re.compile(r"(?:\w*projekt(?:et|ets|en|s)?)")
_OUTSIDE = re.compile(
    r"(?:\w*konsult|leverantor|entreprenor|forelasar|\w*utbildar|extern|upphandlad)"
    r"(?:e|en|er|erna|or|orer|orerna|a|t|s|n)*"
)
_EVERYONE = word_set(
    "alla samtliga hela allihop gruppen gruppens arbetsgrupp arbetsgruppen arbetsgruppens"
    " grupp medlemmarna deltagarna ledamoterna kommunerna gemensamt natverket"
)
_EACH = word_set("respektive resp varje var")
_NOBODY = word_set(
    "klart oklart lopande vakant vakans ingen inga ej utses saknas beslutas bestams senare"
    " nej ja x nn tbd ok vet"
)
_PLACE = word_set("i pa fran vid inom for")


def names_everyone(found: Sequence[str]) -> bool:
    """Whether folded words speak of all in the group ("alla beredskapssamordnare")."""
    each = not _EACH.isdisjoint(found) and not names_role(found)
    return each or not _EVERYONE.isdisjoint(found)


def names_nobody(found: Sequence[str]) -> bool:
    """Whether folded words stand where an owner should, and name none ("utses senare")."""
    return not _NOBODY.isdisjoint(found)


def names_project(found: Sequence[str]) -> bool:
    """Whether one of the folded words is a project."""
    return any(_PROJECT.fullmatch(word) for word in found)


def names_outsider(found: Sequence[str]) -> bool:
    """Whether one of the folded words is a role that is bought from outside."""
    return any(_OUTSIDE.fullmatch(word) for word in found)


def names_role(found: Sequence[str]) -> bool:
    """Whether the phrase's main word is a post or a duty ("kommunens webbredaktörer")."""
    main = _main_word(found)
    return main in _POSTS or bool(_ROLE.fullmatch(main))


def names_unit(found: Sequence[str]) -> bool:
    """Whether one of the folded words is an office, a board, a company or the like."""
    return any(_UNIT.fullmatch(word) or word in ("ab", "kf", "ks", "skl", "skr") for word in found)


def names_calling(found: Sequence[str]) -> bool:
    """Whether any of the folded words is no part of a person's name but of what they are."""
    return any(
        word == _LIKE_INITIALS or _ROLE.fullmatch(word) or _OUTSIDE.fullmatch(word)
        for word in found
    )


def _main_word(found: Sequence[str]) -> str:
    """The last word before a place: Swedish phrases end in what they are about."""
    main = ""
    for word in found:
        if word in _PLACE:
            break
        main = word
    return main
