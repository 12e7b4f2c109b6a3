"""A group's own Word file, and a lead's way in with it."""

import io

import docx
from playwright.sync_api import Page, expect

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def groups_file(year: int) -> bytes:
    """A plan as groups write them: a goal, and a cell with more times than activities."""
    document = docx.Document()
    document.add_heading(f"Verksamhetsplan {year} för personalgruppen", level=1)
    document.add_paragraph("Kontaktperson: Alva Ek, Vindelns kommun, alva.ek@example.org")
    document.add_heading("Mål", level=2)
    document.add_paragraph("Alla kommuner har samma växel", style="List Bullet")
    document.add_heading("Aktiviteter", level=2)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Aktivitet", "Klart", "Ansvarig"), strict=True):
        cell.text = text
    for row in (
        ("Upphandla växel", "Vecka 44", "Alva Ek"),
        ("- Flytta abonnemang\n- Utbilda växelpersonal", "maj\njuni\nhösten", "Hela gruppen"),
        ("Skriv en rutin\nÖva rutinen", "Löpande", "Hela gruppen"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text.partition("\n")[0]
            for other in text.splitlines()[1:]:
                cell.add_paragraph(other)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def send_in(page: Page, year: int) -> None:
    """From the group's page to the review, with the group's file."""
    page.goto(f"/personal/{year}/")
    page.get_by_role("link", name=f"Läs in planen för {year} från Word eller Excel").click()
    page.get_by_label("Fil med planen").set_input_files(
        {"name": f"plan-{year}.docx", "mimeType": WORD, "buffer": groups_file(year)}
    )
    page.get_by_role("button", name="Skicka in filen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gå igenom planen")
