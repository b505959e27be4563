"""The guide's routes (routes.py, word for word) in an app, with ElevenLabs replaced on loopback."""

import os

import requests
from flask import Flask
from werkzeug.serving import make_server

from routes import api_bp

ELEVENLABS = "https://api.elevenlabs.io/"


class StandIn(requests.adapters.HTTPAdapter):
    """Asks the stand-in for ElevenLabs, and nobody else."""

    def send(self, request, **options):
        if not request.url.startswith(ELEVENLABS):
            raise requests.exceptions.InvalidURL(request.url)
        request.url = request.url.replace(ELEVENLABS, os.environ["ELEVENLABS_STAND_IN"] + "/")
        # A proxy of this computer's user would lead away from it.
        return super().send(request, **{**options, "proxies": {}})


# Every session, and so every requests.get(), mounts what stands here.
requests.sessions.HTTPAdapter = StandIn

app = Flask(__name__)
app.config["ELEVENLABS_AGENTS"] = {"agent_1": "Anna"}
app.register_blueprint(api_bp)

if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, app, threaded=True)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
