from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


@pytest.fixture(scope="session")
def scanned_pdf() -> bytes:
    """Two pages that are images of text, as a scanner makes them."""
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    for line in range(12):
        draw.text((150, 200 + 60 * line), f"Minnesanteckningar rad {line}", fill=0, font_size=40)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(2):
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
