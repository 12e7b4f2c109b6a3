import pytest

from regionhub.domain.permissions import MAY, SYSTEM, VISITOR, Action, Actor, GroupRole, Seat, can

IT, TURISM = 1, 2
UMEA, VINDELN = 10, 20


def someone(**facts):
    return Actor(account_id=1, person_id=1, name="Någon", **facts)


def test_every_action_stands_in_the_table():
    assert set(MAY) == set(Action)


def test_a_visitor_sees_only_what_is_public():
    assert [a for a in Action if can(VISITOR, a)] == [Action.SEE_PUBLIC]


def test_a_member_changes_its_own_municipality_only():
    member = someone(seats=(Seat(IT, GroupRole.MEMBER, UMEA),))
    assert can(member, Action.UPDATE_CELL, group_id=IT, municipality_id=UMEA)
    assert not can(member, Action.UPDATE_CELL, group_id=IT, municipality_id=VINDELN)
    assert not can(member, Action.UPDATE_CELL, group_id=TURISM, municipality_id=UMEA)
    assert not can(member, Action.UPDATE_ACTIVITY, group_id=IT)


@pytest.mark.parametrize("role", [GroupRole.CONVENER, GroupRole.CONTACT])
def test_who_leads_a_group_has_its_shared_part_and_every_cell(role):
    leader = someone(seats=(Seat(IT, role, UMEA),))
    assert can(leader, Action.UPDATE_ACTIVITY, group_id=IT)
    assert can(leader, Action.UPDATE_CELL, group_id=IT, municipality_id=VINDELN)
    assert not can(leader, Action.UPDATE_ACTIVITY, group_id=TURISM)
    assert not can(leader, Action.ACCEPT_PLAN, group_id=IT)


def test_a_seat_gives_nothing_when_no_group_is_named():
    leader = someone(seats=(Seat(IT, GroupRole.CONVENER, UMEA),))
    assert not can(leader, Action.EDIT_PLAN)


def test_an_auditor_and_a_chief_read_and_write_nothing():
    for reader in (someone(auditor=True), someone(chief_of=frozenset({UMEA}))):
        may = {a for a in Action if can(reader, a, group_id=IT, municipality_id=UMEA)}
        assert may == {
            Action.SEE_PUBLIC,
            Action.USE_OWN_ACCOUNT,
            Action.SEE_PLANS,
            Action.SEE_REGION,
            Action.SEE_CHANGES,
            Action.SEE_REPORTS,
            Action.MAKE_FEED,
        }


def test_the_system_itself_may_act_without_an_account():
    assert can(SYSTEM, Action.ADMINISTER)
    assert not SYSTEM.signed_in
