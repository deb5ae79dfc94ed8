"""servers.py SITE: serves the site with the samples in server/, under a sub-path, and asks it as browsers do.

For each of nginx and Caddy that is installed: media types, compressed copies, what may be kept, headers for safety (what may
run, what is for saving), the page for what is not there. Says which is not installed.
"""
import gzip, html, http.client, os, re, shutil, signal, socket, subprocess, sys, tempfile, time

site = os.path.abspath(sys.argv[1])
samples = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../server")
brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
failures = 0

types = {
    "index.html": "text/html; charset=utf-8", "reports/2023/liulin.json": "application/json",
    "reports/2023/liulin.csv": "text/csv; charset=utf-8", "data/reports.ndjson": "application/x-ndjson",
    "data/metadata.yaml": "application/yaml",
    "data/portal.sqlite": "application/vnd.sqlite3", "catalog.jsonld": "application/ld+json", "SHA256SUMS": "text/plain; charset=utf-8",
    "data/portal.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "feed.atom": "application/atom+xml; charset=utf-8", "sitemap.xml": "text/xml", "robots.txt": "text/plain; charset=utf-8",
    "schema/report-1.json": "application/schema+json", "data/cells.csv-metadata.json": "application/csvm+json",
    "reports/2023/csv-metadata.json": "application/csvm+json", "assets/site.css": "text/css; charset=utf-8",
    "assets/search.js": "text/javascript", "assets/icon.svg": "image/svg+xml", "years/": "text/html; charset=utf-8",
}


def check(server, what, isRight, detail=""):
    global failures
    failures += not isRight
    if not isRight:
        print(f"FAIL {server}: {what}: {str(detail)[:300]}")


def content(path):
    with open(os.path.join(site, path), "rb") as file:
        return file.read()


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/nb/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def examine(server, port, encodings):
    for path, type in types.items():
        answer, body = ask(port, path)
        shown = answer.headers["Content-Type"] or ""
        isRight = shown == type or "charset" not in type and shown.split(";")[0] == type
        check(server, f"type of {path}", answer.status == 200 and isRight, (answer.status, shown))
        check(server, f"content of {path}", body == content(path + "index.html" if path.endswith("/") else path))
        check(server, f"{path} is asked for again", answer.headers["Cache-Control"] == "no-cache", answer.headers.items())
        for name, value in {
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Frame-Options": "SAMEORIGIN", "Access-Control-Allow-Origin": "*",
        }.items():
            check(server, f"{name} of {path}", answer.headers.get_all(name) == [value], answer.headers.get_all(name))
        exposed = answer.headers["Access-Control-Expose-Headers"] or ""
        check(server, f"{path} shows scripts its ETag and ranges", all(name in exposed for name in ("ETag", "Content-Range", "Accept-Ranges")), exposed)
        again, _ = ask(port, path, If_None_Match=answer.headers["ETag"] or "")
        check(server, f"{path} is not sent twice", again.status == 304, again.status)

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("OPTIONS", "/nb/data/portal.sqlite", headers={
        "Origin": "https://example.org", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "range"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    allowed = (answer.headers["Access-Control-Allow-Origin"], answer.headers["Access-Control-Allow-Headers"] or "")
    check(server, "a preflight is answered", answer.status == 204 and allowed[0] == "*" and "Range" in allowed[1], (answer.status, allowed))

    for name, suffix in encodings.items():
        copies = [path for path in types if os.path.exists(os.path.join(site, path + suffix))]
        check(server, f"the site has copies for {name}", len(copies) > 5, copies)
        for path in copies:
            answer, body = ask(port, path, Accept_Encoding=name)
            shown = (answer.headers["Content-Encoding"], answer.headers["Vary"], answer.headers["Content-Type"])
            check(server, f"{path} in {name} is the copy", body == content(path + suffix) and shown[0] == name, shown)
            check(server, f"{path} in {name} varies and keeps its type", shown[1] == "Accept-Encoding" and types[path].split(";")[0] in shown[2], shown)
    answer, body = ask(port, "index.html", Accept_Encoding="gzip")
    check(server, "gzip", answer.headers["Content-Encoding"] == "gzip" and gzip.decompress(body) == content("index.html"))

    page = content("search/index.html").decode()
    fingerprinted = re.findall(r'(?:href|src)="\.\./(assets/[^"]*)"', page)
    check(server, "assets have fingerprints", len(fingerprinted) > 3 and all("?v=" in path for path in fingerprinted), fingerprinted)
    for path in fingerprinted:
        answer, body = ask(port, path)
        check(server, f"{path} may be kept", answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", answer.headers.items())
    for path in ("index.html?v=1", "data/cells.csv?v=1", "assets/missing.css?v=1"):
        answer, body = ask(port, path)
        check(server, f"{path} may not be kept", answer.headers["Cache-Control"] == "no-cache", answer.headers.items())

    # What a page says itself, and who may frame it; a picture may have its styles inside, and nothing of an office's may run.
    meta = html.unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', content("index.html").decode())[1])
    picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
    officePolicy = "default-src 'none'; sandbox"
    isOffices = re.compile(r"reports/[0-9]+/[^/]+/.")
    every = sorted(os.path.relpath(os.path.join(folder, name), site) for folder, _, names in os.walk(site) for name in names if not name.startswith(".gongkai-"))
    every = [path for path in every if not path.endswith((".gz", ".br"))]
    offices = [path for path in every if isOffices.match(path)]
    attachments = [path for path in offices if not path.endswith((".png", ".svg"))]
    charts = [path for path in every if path.endswith(".svg")]
    check(server, "the site has attachments, pictures and charts", len(attachments) > 0 and len(offices) > len(attachments) and len(charts) > 5, offices)
    for path in sorted(types) + offices + charts[:20] + ["missing.html", offices[0] + "x", "missing.svg"]:
        answer, _ = ask(port, path)
        isThere = answer.status == 200
        expected = f"{meta}; frame-ancestors 'self'"
        if isThere and path.endswith(".svg"):
            expected = picturePolicy
        elif isThere and path in offices:
            expected = officePolicy
        shown = answer.headers.get_all("Content-Security-Policy")
        check(server, f"policy of {path}", shown == [expected], (answer.status, shown))
        shown = answer.headers.get_all("Content-Disposition")
        check(server, f"{path} is {'for saving' if path in attachments else 'shown'}", shown == (["attachment"] if path in attachments else None), shown)
        check(server, f"nobody guesses what {path} is", answer.headers.get_all("X-Content-Type-Options") == ["nosniff"], answer.headers.items())
    for path in charts:
        answer, body = ask(port, path)
        check(server, f"{path} is a picture", answer.headers["Content-Type"] == "image/svg+xml" and body == content(path), answer.headers["Content-Type"])

    for path in ("missing.html", "reports/2023/missing.json", "a/b/c/", ".gongkai-manifest", "assets/missing.css?v=1"):
        answer, body = ask(port, path)
        check(server, f"{path} is not there", answer.status == 404, answer.status)
        check(server, f"{path} shows the page for it", body == content("404.html"), body[:80])
        check(server, f"that of {path} is a page", answer.headers["Content-Type"] == "text/html; charset=utf-8", answer.headers["Content-Type"])
        check(server, f"that of {path} is safe", answer.headers.get_all("X-Content-Type-Options") == ["nosniff"], answer.headers.items())
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/nb")
    answer = connection.getresponse()
    check(server, "the folder leads on", answer.status == 301 and answer.headers["Location"].endswith("/nb/"), answer.headers.items())


def freePort():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def sample(name, *replacements):
    text = open(os.path.join(samples, name), encoding="utf-8").read()
    for old, new in replacements:
        if old not in text:
            sys.exit(f"servers: server/{name} has no {old!r}")
        text = text.replace(old, new)
    return text


def serve(server, command, port, log, encodings):
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, "HOME": os.path.dirname(log), "XDG_DATA_HOME": os.path.dirname(log)})
    try:
        for _ in range(100):
            if process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        if process.poll() is not None:
            check(server, "starts", False, open(log).read())
            return
        before = failures
        examine(server, port, encodings)
        if failures == before:
            print(f" ok  {server}: types, copies in {', '.join(encodings)}, caching, headers, the page for what is not there")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


with tempfile.TemporaryDirectory() as folder:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx:
        port = freePort()
        hasBrotli = os.path.exists(brotliModule)
        server = sample(
            "nginx.conf", ("listen 80;", f"listen 127.0.0.1:{port};"), ("    listen [::]:80;\n", ""),
            ("/srv/nianbao/Output/", site + "/"), ("# brotli_static on;", "brotli_static on;" if hasBrotli else ""))
        scratch = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(f"{folder}/nginx.conf", "w", encoding="utf-8") as file:
            file.write(
                (f"load_module {brotliModule};\n" if hasBrotli else "") + f"daemon off; pid {folder}/nginx.pid; error_log stderr;\n"
                + ("user root;\n" if os.getuid() == 0 else "") + f"events {{ }}\nhttp {{\naccess_log off;\n{scratch}\n{server}\n}}\n")
        encodings = {"gzip": ".gz", "br": ".br"} if hasBrotli else {"gzip": ".gz"}
        serve("nginx", [nginx, "-c", f"{folder}/nginx.conf", "-p", folder], port, f"{folder}/nginx.log", encodings)
    else:
        print("SKIPPED: the sample for nginx, which is not installed")
    if shutil.which("caddy"):
        port = freePort()
        with open(f"{folder}/Caddyfile", "w", encoding="utf-8") as file:
            file.write(
                "{\n\tadmin off\n\tauto_https off\n}\n"
                + sample("Caddyfile", ("\nwww.example.gov.cn {", f"\nhttp://127.0.0.1:{port} {{"), ("/srv/nianbao/Output", site)))
        serve("Caddy", ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"], port, f"{folder}/caddy.log", {"gzip": ".gz", "br": ".br"})
    else:
        print("SKIPPED: the sample for Caddy, which is not installed")
sys.exit(failures > 0)
