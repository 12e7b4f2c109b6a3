import pytest

from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.domain.labelled import Labelled
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Flag, Status

KINDS = (Status, Flag, PlanState, ReportState, Forecast, Outcome, Trend)


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_has_a_word_and_a_sign(kind: type[Labelled]):
    for member in kind:
        assert member.label
        assert member.sign
        assert kind(member.value) is member


def test_a_value_that_is_none_of_them_is_refused():
    with pytest.raises(ValueError, match="klar"):
        Status("klar")
