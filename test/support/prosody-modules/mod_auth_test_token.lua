-- Accounts that sign in with tokens alone, by OAUTHBEARER (RFC 7628) or as the password of PLAIN. Tokens are Prosody's own (mod_tokenauth);
-- POST /test_token with { "user", "ttl" in seconds } issues one.
local json = require "util.json";
local new_sasl, register = require "util.sasl".new, require "util.sasl".registerMechanism;
local jid_join, jid_split = require "util.jid".join, require "util.jid".split;

local tokens = module:depends("tokenauth");
module:depends("http");

local accounts = {};
local provider = {};

local function user_of(token)
	local info = tokens.get_token_info(token);
	return info and (jid_split(info.jid));
end

local function oauthbearer(self, message)
	-- what the client says after it was told why
	if message == "\001" then return "failure", "not-authorized"; end
	local token = message:match("^n,[^,]*,\001auth=Bearer ([^\001]+)\001\001$");
	if not token then return "failure", "malformed-request"; end
	self.username = self.profile.oauthbearer(token);
	if self.username then return "success"; end
	return "challenge", json.encode({ status = "invalid_token", scope = "xmpp" });
end

register("OAUTHBEARER", { "oauthbearer" }, oauthbearer);

function provider.get_sasl_handler()
	return new_sasl(module.host, {
		oauthbearer = user_of;
		plain_test = function (_, username, password) return user_of(password) == username, true; end;
	});
end

function provider.user_exists(username) return accounts[username] ~= nil; end
function provider.create_user(username) accounts[username] = true; return true; end
function provider.users() return next, accounts; end

module:provides("auth", provider);
module:provides("http", {
	default_path = "/test_token";
	route = {
		POST = function (event)
			local request = json.decode(event.request.body);
			local jid = jid_join(request.user, module.host);
			-- later versions of Prosody have grants
			if tokens.create_jid_token then return (tokens.create_jid_token(jid, jid, nil, request.ttl)); end
			return (tokens.create_token(jid, tokens.create_grant(jid, jid), nil, request.ttl));
		end;
	};
});
