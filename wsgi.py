"""The entry for a WSGI server: `gunicorn wsgi:app`."""

from regionhub.start import create_app

app = create_app()
