import pytest

from communique.languages.profiles import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the talks with the neighbour were over.", "en"),
        ("Le ministre a déclaré que les entretiens avec le voisin sont terminés.", "fr"),
        ("Der Minister sagte, dass die Gespräche mit dem Nachbarn beendet sind.", "de"),
        ("El ministro dijo que las conversaciones con el vecino se han terminado.", "es"),
        ("Министр заявил, что переговоры с соседом завершены.", "und-Cyrl"),
        ("قال الوزير إن المحادثات مع الجار انتهت.", "und-Arab"),
        ("大臣は隣国との協議が終わったと述べた。", "ja"),
        ("Presidentti Dahl on tavannut pääministeri Lundin, mutta hän ei kertonut siitä.", "fi"),
        ("Președintele Dahl a vorbit cu premierul Lund la Velmar.", "ro"),
        ("Le président Dahl a rencontré Lund à Velmar.", "fr"),
        ("Berg Dahl " * 40, None),
        ("1234 5678", None),
    ],
)
def test_small_words_and_scripts_tell_the_language_or_nothing(
    text: str, language: str | None
) -> None:
    assert language_of(text) == language


def test_a_foreign_name_in_an_english_text_does_not_change_its_language() -> None:
    text = "The minister of Norland told Rossiyskaya Gazeta (Российская газета) that he would go."
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "President Berg Dahl met Prime Minister Vera Lund in Velmar.",
        "President Berg Dahl met Prime Minister Vera Lund.",
        "Dahl phones Lund",
        "President Berg Dahl held a telephone talk with Prime Minister Vera Lund on Monday.",
        "Norrmark summons Vostland envoy",
        "President Berg Dahl received Foreign Minister Pavel Orr and Ivo Brand in Velmar Monday.",
    ],
)
def test_a_sentence_that_no_other_language_fits_better_is_read_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_small_words_inside_names_say_nothing_of_the_language() -> None:
    text = "French President Emmanuel Macron met President Luiz Inacio Lula da Silva in Brasilia."
    assert language_of(f"{text} Lula da Silva thanked him and left.") == "en"
