"""A published site in headless Chromium, served below a sub-path: what the checks of its scripts share."""
import functools, http.server, pathlib, sys, threading, urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

MOUNT = '/sub/path/'
problems = []


def expect(truth, message):
    if not truth:
        problems.append(message)
        print(f'{pathlib.Path(sys.argv[0]).stem}: {message}')


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    # Head and body are two packets, the second of which would wait 40 ms for an answer to the first.
    disable_nagle_algorithm = True

    def translate_path(self, path):
        path = urllib.parse.urlsplit(path).path
        return super().translate_path('/' + path[len(MOUNT):] if path.startswith(MOUNT) else '/outside')

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def serve(folder):
    server = Server(('127.0.0.1', 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f'http://127.0.0.1:{server.server_port}{MOUNT}'


def browser(scripts=True, text_size=None, network=False):
    """Chromium; text_size is that of plain text in pixels, which is 16 unless a reader wants another. With network, its log
    `performance` has each request."""
    options = Options()
    options.binary_location = '/usr/bin/chromium'
    for argument in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN',
                     '--disable-background-networking', '--disable-ipc-flooding-protection',
                     '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'):
        options.add_argument(argument)
    settings = {}
    if not scripts:
        settings['profile.managed_default_content_settings.javascript'] = 2
    if text_size:
        settings['webkit.webprefs.default_font_size'] = text_size
    options.add_experimental_option('prefs', settings)
    logs = {'browser': 'ALL', 'performance': 'ALL'} if network else {'browser': 'ALL'}
    options.set_capability('goog:loggingPrefs', logs)
    driver = webdriver.Chrome(options=options, service=Service('/usr/bin/chromedriver'))
    driver.set_script_timeout(60)
    return driver


def press(driver, *keys):
    driver.switch_to.active_element.send_keys(*keys)


def check_console(driver):
    for entry in driver.get_log('browser'):
        expect('favicon' in entry['message'], f'the console says: {entry["message"]}')
