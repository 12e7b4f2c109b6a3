"""A plan laid in from a document, as when nobody looks it through first."""

from regionhub.domain.permissions import SYSTEM
from regionhub.extensions import db
from regionhub.importing.draft import PlanDraft
from regionhub.models import Region
from regionhub.services.changes import Save
from regionhub.services.plan_import import laying_in
from regionhub.services.plan_import.laying_in import Imported
from tests.support.clock import NOW


def lay_in(region: Region, draft: PlanDraft, content: bytes = b"file") -> Imported:
    """Lay the draft in as its group's plan of its year; what is read after it comes anew."""
    group, year = laying_in.home_of(draft, region)
    imported = laying_in.save_draft(
        draft,
        region=region,
        group=group,
        year=year,
        filename="plan.docx",
        content=content,
        save=Save(actor=SYSTEM, at=NOW),
    )
    db.session.flush()
    db.session.expire_all()
    return imported
