-- POST /test_api/<command> with JSON: what a test wants from the server itself. On loopback, in throwaway servers only.
local array = require "util.array";
local json = require "util.json";
local jid_bare = require "util.jid".bare;
local load_roster = require "core.rostermanager".load_roster;
local create_user = require "core.usermanager".create_user;

module:depends("http");

local failures = { [""] = 0 };

module:hook("authentication-failure", function (event)
	local handler = event.session.sasl_handler;
	local user = handler and handler.username or "?";
	failures[""] = failures[""] + 1;
	failures[user] = (failures[user] or 0) + 1;
end, 10);

local function stored_item(item)
	local groups = {};
	for _, group in ipairs(item.groups) do groups[group] = true; end
	return { subscription = item.subscription, ask = item.ask, name = item.name, groups = groups };
end

local commands = {};

function commands.register(request)
	local roster = { [false] = { version = 1, pending = {} } };
	for _, item in ipairs(request.roster) do
		roster[item.jid] = stored_item(item);
	end
	assert(create_user(request.user, request.password, module.host));
	assert(module:open_store("roster"):set(request.user, roster));
	return true;
end

function commands.remove(request)
	assert(require "core.usermanager".delete_user(request.user, module.host));
	return true;
end

function commands.roster(request)
	local items = {};
	for jid, item in pairs(load_roster(request.user, module.host)) do
		if jid then
			local groups = {};
			for group in pairs(item.groups) do table.insert(groups, group); end
			-- an empty Lua table would turn into an object
			table.insert(items, {
				jid = jid_bare(jid), name = item.name, subscription = item.subscription, ask = item.ask, groups = array(groups),
			});
		end
	end
	return array(items);
end

function commands.sessions(request)
	local user = prosody.hosts[module.host].sessions[request.user];
	local count = 0;
	for _ in pairs(user and user.sessions or {}) do count = count + 1; end
	return count;
end

function commands.failures(request)
	return failures[request.user or ""] or 0;
end

module:provides("http", {
	route = {
		["POST /*"] = function (event, command)
			local ok, result = pcall(commands[command], assert(json.decode(event.request.body)));
			event.response.headers.content_type = "application/json";
			if not ok then event.response.status_code = 500; end
			return json.encode({ ok = ok, result = ok and { result } or tostring(result) });
		end;
	};
});
