import os
import requests # Or use your preferred HTTP client library
from flask import Blueprint, jsonify, current_app, request

# Assume 'api_bp' is your Flask Blueprint
api_bp = Blueprint('api', __name__, url_prefix='/api')

# --- Route to Get Signed URL ---
@api_bp.route('/voice-sdk/signed-url/<string:agent_id>', methods=['GET'])
def get_signed_url(agent_id):
    """
    Generates a secure, short-lived WebSocket URL for the client 
    to connect directly to a specific ElevenLabs agent.
    """
    api_key = os.environ.get('ELEVENLABS_API_KEY') 
    if not api_key:
        current_app.logger.error("ELEVENLABS_API_KEY not set.")
        return jsonify({"error": "Server configuration error"}), 500
        
    # Ensure the requested agent_id is valid/allowed if necessary
    # (e.g., check against a list in config)
    allowed_agents = current_app.config.get('ELEVENLABS_AGENTS', {}).keys()
    if agent_id not in allowed_agents:
         current_app.logger.warning(f"Attempt to get signed URL for invalid agent ID: {agent_id}")
         return jsonify({"error": "Invalid agent ID"}), 400

    elevenlabs_api_endpoint = f"https://api.elevenlabs.io/v1/convai/conversation/get_signed_url?agent_id={agent_id}"
    
    headers = {
        "xi-api-key": api_key
    }

    try:
        response = requests.get(elevenlabs_api_endpoint, headers=headers)
        response.raise_for_status() # Raise HTTPError for bad responses (4xx or 5xx)
        
        data = response.json()
        signed_url = data.get('signed_url')

        if signed_url:
            current_app.logger.info(f"Generated signed URL for agent {agent_id}")
            return jsonify({"signed_url": signed_url})
        else:
            current_app.logger.error(f"Failed to get signed_url from ElevenLabs response for {agent_id}")
            return jsonify({"error": "Failed to generate signed URL from API response"}), 500

    except requests.exceptions.RequestException as e:
        current_app.logger.error(f"Error requesting signed URL from ElevenLabs for {agent_id}: {e}")
        # Check for specific status codes if needed (e.g., 401 Unauthorized)
        status_code = e.response.status_code if e.response is not None else 500
        error_detail = "Error communicating with ElevenLabs API"
        if status_code == 401:
             error_detail = "ElevenLabs API key is invalid or unauthorized."
        elif status_code == 404:
             error_detail = f"Agent ID {agent_id} not found or invalid at ElevenLabs."
             
        return jsonify({"error": error_detail}), status_code
    except Exception as e:
        current_app.logger.error(f"Unexpected error generating signed URL for {agent_id}: {e}")
        return jsonify({"error": "Internal server error"}), 500

# --- (Optional) Route to Get Short-Lived Token --- 
# Useful if you need auth for *public* agents, but signedUrl is generally preferred.
# You might use JWT or another token mechanism here.
@api_bp.route('/voice-sdk/token', methods=['GET'])
def get_voice_sdk_token():
    """
    Generates a short-lived token if needed for other purposes 
    (e.g., authenticating public agent usage, although signedUrl is better).
    """
    # --- Implement your token generation logic here ---
    # Example: Create a JWT token with a short expiry
    # token = create_your_jwt(...) 
    # return jsonify({"token": token})
    # ---
    
    # For now, maybe return nothing or a placeholder if not used
    return jsonify({"token": None}), 200 

# Remember to register this blueprint in your app factory (app/__init__.py)
# e.g., app.register_blueprint(api_bp)
