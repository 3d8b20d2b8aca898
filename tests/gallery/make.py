#!/usr/bin/env python3
"""make.py PROGRAM FOLDER: plays tests/data/gallery.jsonl and puts pictures of its minutes into FOLDER: every page as PDF and as
text document (as LibreOffice lays it out), and the mail. Needs LibreOffice, Chromium, poppler-utils and pngquant."""
import email
import email.policy
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORDING = HERE.parent / "data/gallery.jsonl"
HOUSE = {"KLARTEXT_HOUSE_NAME": "Stadt Beispielheim", "KLARTEXT_HOUSE_LOGO": str(HERE / "logo.svg"),
         "KLARTEXT_HOUSE_LOGO_WORDS": "Ein Haus und zwei Brückenbögen", "KLARTEXT_HOUSE_ACCENT": "#7a1f3d"}
DOTS_PER_INCH = 72
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def play(program, work):
    run(program, "replay", RECORDING, "--data", work / "data", "--out", work / "minutes", env={**os.environ, **HOUSE})
    return work / "minutes", next((work / "data/mail").glob("*.eml"))


def pages_of(pdf, folder, name):
    for old in folder.glob(f"{name}-*.png"):
        old.unlink()
    run("pdftoppm", "-r", DOTS_PER_INCH, "-png", pdf, folder / name)


def as_pdf(odt, work):
    run("soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf", "--outdir", work, odt)
    return work / (odt.stem + ".pdf")


def mail_of(file, folder, work):
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    page = work / "mail.html"
    page.write_text(message.get_body(("html",)).get_content(), encoding="utf-8")
    run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={work}/browser",
        "--window-size=720,1000", f"--screenshot={folder / 'gallery-mail.png'}", page.as_uri())


def main(program, folder):
    folder = pathlib.Path(folder).resolve()
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place)
        minutes, mail = play(program, work)
        pages_of(minutes / "minutes.pdf", folder, "gallery-pdf")
        pages_of(as_pdf(minutes / "minutes.odt", work), folder, "gallery-odt")
        mail_of(mail, folder, work)
    pictures = sorted(folder.glob("gallery-*.png"))
    run("pngquant", "--force", "--ext", ".png", "--skip-if-larger", "--quality", "60-95", *pictures)
    print(f"{len(pictures)} pictures, {sum(each.stat().st_size for each in pictures) // 1024} KiB in {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:])
