"""The languages of our documents, as office files name them."""

LANGUAGE_CODES = {"sv": "sv-SE", "en": "en-GB"}
