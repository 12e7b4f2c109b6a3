"""Text, CSV and Markdown as people write them by hand or save them from a program."""

import pytest

from regionhub.importing.document import Line
from tests.importing.readers.reading import line_texts, only_table, read, texts


def as_file(text: str, name: str) -> object:
    return read(text.encode(), name)


class TestText:
    def test_rows_with_tabs_are_a_table_between_lines(self):
        document = as_file("Plan\nVad\tNär\nSkylta\tmaj\n\t(klart)\nSlut", "plan.txt")

        assert [b.text if isinstance(b, Line) else texts(b) for b in document.blocks] == [
            "Plan",
            [["Vad", "När"], ["Skylta", "maj"], ["", "(klart)"]],
            "Slut",
        ]

    def test_one_row_with_a_tab_and_indented_text_are_lines(self):
        document = as_file("Kontakt:\tAlva\n\tIndragen text\n\nSlut", "plan.txt")

        assert line_texts(document) == ["Kontakt: Alva", "Indragen text", "Slut"]

    def test_several_tabs_for_looks_part_two_columns_only(self):
        document = as_file("Vad\tNär\nSkylta\t\t\tmaj\n", "plan.txt")

        assert texts(only_table(document)) == [["Vad", "När"], ["Skylta", "maj"]]

    def test_columns_set_with_spaces_are_a_table(self):
        document = as_file(
            "Plan\n\n"
            "Vad              När      Vem\n"
            "---------------  -------  -------\n"
            "Skylta lederna   maj      Alva Ek\n"
            "  och stigarna\n"
            "Måla                      Bo Gran\n",
            "plan.txt",
        )

        assert texts(only_table(document)) == [
            ["Vad", "När", "Vem"],
            ["Skylta lederna", "maj", "Alva Ek"],
            ["och stigarna", "", ""],
            ["Måla", "", "Bo Gran"],
        ]

    def test_an_item_goes_on_in_the_indented_row_beneath(self):
        document = as_file("- Skylta lederna\n  och stigarna\n- Måla\n  Vem: Alva Ek", "plan.txt")

        assert line_texts(document) == ["Skylta lederna och stigarna", "Måla", "Vem: Alva Ek"]

    def test_wide_spaces_between_sentences_set_no_columns(self):
        text = "Vi ses.  Vi talar.  Vi äter.\nSedan går vi hem.  Alla är trötta."

        assert len(line_texts(as_file(text, "plan.txt"))) == 2

    @pytest.mark.parametrize(
        ("written", "words", "number"),
        [
            ("- Skylta", "Skylta", None),
            ("• Skylta", "Skylta", None),
            ("–\tSkylta", "Skylta", None),
            ("-Skylta", "Skylta", None),
            ("\uf0b7 Skylta", "Skylta", None),
            ("1. Skylta", "Skylta", 1),
            ("12) Skylta", "Skylta", 12),
            ("(3) Skylta", "Skylta", 3),
            ("2.Skylta", "Skylta", 2),
            ("b) Skylta", "Skylta", 2),
        ],
    )
    def test_typed_list_signs_are_taken_off(self, written, words, number):
        (line,) = as_file(written, "plan.txt").lines()

        assert line == Line(words, bullet=True, number=number)

    @pytest.mark.parametrize(
        "written",
        [
            "-",
            "2026-12-31",
            "1.2 Mål",
            "31. december",
            "3. maj",
            "-5 %",
            "1:a kvartalet",
            "+46 70",
            "2. kvartalet",
            "✓ klar",
        ],
    )
    def test_what_only_looks_like_a_list_sign_stays(self, written):
        assert list(as_file(written, "plan.txt").lines()) == [Line(written)]


class TestCsv:
    def test_quoted_cells_may_hold_separators_and_line_breaks(self):
        document = as_file('Vad;När\r\n"Skylta; röja\nmäta";maj\r\n', "plan.csv")

        assert texts(only_table(document)) == [["Vad", "När"], ["Skylta; röja\nmäta", "maj"]]

    def test_commas_in_words_do_not_part_columns(self):
        document = as_file("Vad;Vem\nSkylta, röja;Alva, Bo\nMäta;Alva, Bo\n", "plan.csv")

        assert texts(only_table(document))[1] == ["Skylta, röja", "Alva, Bo"]

    def test_excels_own_hint_is_followed(self):
        document = as_file("sep=,\nVad,När\nSkylta;röja,maj\n", "plan.csv")

        assert texts(only_table(document)) == [["Vad", "När"], ["Skylta;röja", "maj"]]

    def test_rows_may_differ_in_length(self):
        assert texts(only_table(as_file("a;b\nc\n;d;e\n", "plan.csv"))) == [
            ["a", "b", ""],
            ["c", "", ""],
            ["", "d", "e"],
        ]

    def test_one_column_is_a_table_too(self):
        assert texts(only_table(as_file("Vad\nSkylta\n", "plan.csv"))) == [["Vad"], ["Skylta"]]


class TestEncoding:
    def test_windows_letters_and_signs(self):
        assert line_texts(read("Åre – 5 €".encode("cp1252"), "plan.txt")) == ["Åre – 5 €"]

    def test_a_spoilt_letter_in_utf8_leaves_the_others(self):
        document = read("Åtgärder på östra sidan".encode() + b"\xff", "plan.txt")

        assert line_texts(document) == ["Åtgärder på östra sidan\ufffd"]
        assert "Några tecken" in document.doubts[0]


class TestMarkdown:
    def test_headings_in_both_writings(self):
        document = as_file("# Plan\n\nMål\n---\n\nText\n\n### Syfte ###\n", "plan.md")

        assert [(line.text, line.heading) for line in document.lines()] == [
            ("Plan", 1),
            ("Mål", 2),
            ("Text", None),
            ("Syfte", 3),
        ]

    def test_rows_of_a_paragraph_are_one_line_and_hard_breaks_part_it(self):
        document = as_file(
            "Alla leder\när inventerade.  \nSen\\\nslut\n\n- en\n  punkt\n- två", "plan.md"
        )

        assert line_texts(document) == [
            "Alla leder är inventerade.",
            "Sen",
            "slut",
            "en punkt",
            "två",
        ]

    def test_tables_with_html_in_cells(self):
        document = as_file(
            "Vad | När\n:--|--:\n<b>Skylta</b><br>alla <i>leder</i> &amp; vägar | maj \\| juni\n"
            "<ul><li>Röja</li><li>Mäta</li></ul> | 5 &lt; 6\n\nSlut",
            "plan.md",
        )

        head, first, second = only_table(document).rows
        assert [cell.header for cell in head] == [True, True]
        assert first[0].lines == (Line("Skylta", bold=True), Line("alla leder & vägar"))
        assert first[1].text == "maj | juni"
        assert [(line.text, line.bullet) for line in second[0].lines] == [
            ("Röja", True),
            ("Mäta", True),
        ]
        assert second[1].text == "5 < 6"
        assert line_texts(document) == ["Slut"]

    def test_a_table_without_a_divider_and_with_ragged_rows(self):
        assert texts(only_table(as_file("| a | b |\n| c |\n", "plan.md"))) == [
            ["a", "b"],
            ["c", ""],
        ]

    def test_marks_go_and_words_stay(self):
        document = as_file(
            "**Mål:** *allt* `kod` ~~nej~~ [webb](https://example.org/a) "
            "[alva@example.org](mailto:alva@example.org) <bo@example.org> snake_case_ord "
            "2 * 3 * 4 <namn> \\*så\\* <!-- dolt -->\n\n> citat\n\n***\n\n**Hela raden**",
            "plan.md",
        )

        first, quote, bold = document.lines()
        assert first.text == (
            "Mål: allt kod nej webb (https://example.org/a) alva@example.org bo@example.org "
            "snake_case_ord 2 * 3 * 4 <namn> *så*"
        )
        assert quote.text == "citat"
        assert (bold.text, bold.bold) == ("Hela raden", True)

    def test_boxes_of_tasks_are_boxes(self):
        document = as_file("- [ ] Skylta\n- [x] Måla\n- [a] Städa", "plan.md")

        assert line_texts(document) == ["☐ Skylta", "☒ Måla", "[a] Städa"]

    def test_numbered_lists_keep_their_numbers(self):
        lines = as_file("1. Skylta\n2. Röja\n", "plan.md").lines()

        assert [(line.text, line.number) for line in lines] == [("Skylta", 1), ("Röja", 2)]
