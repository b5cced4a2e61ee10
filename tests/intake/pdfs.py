"""PDF files made by hand: lines of text on pages, or a page without any."""


def make_pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF whose pages hold these lines in Helvetica; a page without lines has no text layer."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    numbers = []
    for lines in pages:
        shown = b" ".join(b"(" + line.encode() + b") Tj T*" for line in lines)
        stream = b"BT /F1 11 Tf 50 750 Td 14 TL " + shown + b" ET" if lines else b""
        number = len(objects) + 1
        numbers.append(number)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (number + 1)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), kids)
    return _written(objects)


def _written(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )
