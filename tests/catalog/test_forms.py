from communique.catalog.forms import load_forms, may_be_one
from communique.model.vocabulary import Form


def test_every_form_has_its_definition_roles_and_crosswalk() -> None:
    forms = load_forms()
    assert set(forms) == set(Form)
    for entry in forms.values():
        assert entry.definition.endswith(".")
        assert entry.roles
        assert entry.plover.event.isupper()
        assert entry.cameo.isdigit()


def test_a_visit_and_the_meeting_during_it_may_be_one_contact() -> None:
    assert may_be_one(Form.VISIT, Form.MEETING)
    assert may_be_one(Form.TALKS, Form.CALL)


def test_a_letter_and_a_call_are_two_contacts() -> None:
    assert not may_be_one(Form.LETTER, Form.CALL)
    assert not may_be_one(Form.CALL, Form.MEETING)
    assert not may_be_one(Form.CONTACTS, Form.TALKS)
