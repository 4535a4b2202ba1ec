-- Refuses every roster set that puts a contact into the group "Locked", takes it out of it, or removes it while it is in there.
local jid_prep = require "util.jid".prep;
local st = require "util.stanza";

local LOCKED = "Locked";

local function locked_after(item)
	if item.attr.subscription == "remove" then return false; end
	for group in item:childtags("group") do
		if group:get_text() == LOCKED then return true; end
	end
	return false;
end

-- before mod_roster, which hooks the same event at priority 0; "iq-set/self/…" would come too late
module:hook("iq/self/jabber:iq:roster:query", function (event)
	local session, stanza = event.origin, event.stanza;
	if stanza.attr.type ~= "set" then return; end
	local item = stanza.tags[1]:get_child("item");
	local jid = item and jid_prep(item.attr.jid);
	if not jid then return; end
	local known = session.roster[jid];
	local locked_before = known ~= nil and known.groups[LOCKED] == true;
	if locked_before ~= locked_after(item) then
		session.send(st.error_reply(stanza, "cancel", "not-allowed", "The group Locked is kept by the administrators."));
		return true;
	end
end, 10);
