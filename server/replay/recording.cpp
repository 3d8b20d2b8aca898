#include "replay/recording.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

namespace klartext::replay {
namespace {

using nlohmann::json;

/// Caught once per file, in read_recording.
struct objection {
    std::string reason;
};

template <class... Parts>
[[noreturn]] void object(fmt::format_string<Parts...> form, Parts&&... parts) {
    throw objection{fmt::format(form, std::forward<Parts>(parts)...)};
}

/// The library keeps the last of two equal keys; here that is an error.
json parse(const std::string& line) {
    std::vector<std::size_t> keys;
    const json::parser_callback_t count = [&keys](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) keys.push_back(0);
        if (event == json::parse_event_t::key) ++keys.back();
        if (event == json::parse_event_t::object_end) {
            if (parsed.size() != keys.back()) object("a key is given twice");
            keys.pop_back();
        }
        return true;
    };
    try {
        return json::parse(line, count);
    } catch (const json::parse_error& e) {
        object("not JSON, from byte {} of the line on", e.byte);
    } catch (const json::exception&) {
        object("holds a number that is too large");
    }
}

/// The fields of one line, each taken once; whatever is left at the end is unknown.
class fields {
public:
    explicit fields(json&& line) : line_(std::move(line)) {
        if (!line_.is_object()) object("not a JSON object");
    }

    [[nodiscard]] std::optional<json> take(const char* key) {
        const auto found = line_.find(key);
        if (found == line_.end()) return std::nullopt;
        json value = std::move(*found);
        line_.erase(found);
        return value;
    }

    [[nodiscard]] std::optional<std::string> text_if_any(const char* key) {
        auto value = take(key);
        if (!value) return std::nullopt;
        if (!value->is_string()) object("\"{}\" must be a string", key);
        return std::move(value->get_ref<std::string&>());
    }

    [[nodiscard]] std::string text(const char* key) {
        auto value = text_if_any(key);
        if (!value) object("\"{}\" is missing", key);
        return std::move(*value);
    }

    [[nodiscard]] json list(const char* key) {
        auto value = take(key);
        if (!value || !value->is_array()) object("\"{}\" must be a list", key);
        return std::move(*value);
    }

    void done() const {
        if (!line_.empty()) object("unknown key \"{}\"", line_.begin().key());
    }

private:
    json line_;
};

/// The rest is for the server to judge.
void check_ballot(const json& ballot) {
    if (!ballot.is_object()) object("a ballot is an object");
    if (!ballot.contains("method") || !ballot["method"].is_string()) object("a ballot says its \"method\"");
}

class reader {
public:
    void header(const std::string& line) {
        fields header(parse(line));
        const auto version = header.take("replay");
        if (!version || *version != 1) object("the first line must be {{\"replay\": 1, \"session\": {{...}}}}");
        const auto session = header.take("session");
        if (!session || !session->is_object()) object("\"session\" must be an object");
        header.done();
        read_agenda(*session);
        made_.session = session->dump();
    }

    void act(const std::string& line) {
        fields f(parse(line));
        replay::act next;
        next.at = read_time(f);
        const auto verb = f.text("do");
        if (const auto leading = leading_verb_of(verb)) {
            next.what = lead{*leading, f.text("activity")};
        } else if (auto work = desk_work_of(verb, f)) {
            next.what = std::move(*work);
        } else {
            next.who = participant(f.text("who"));
            next.what = contributed(verb, f);
        }
        f.done();
        made_.acts.push_back(std::move(next));
    }

    [[nodiscard]] recording made() { return std::move(made_); }

private:
    /// Everything else about the agenda is for the server to judge.
    void read_agenda(const json& session) {
        const auto agenda = session.find("agenda");
        if (agenda == session.end() || !agenda->is_array()) object("\"session\" has no \"agenda\"");
        for (const auto& activity : *agenda) {
            if (!activity.is_object() || !activity.contains("id") || !activity["id"].is_string()) continue;
            const auto id = activity["id"].get<std::string>();
            made_.activities.push_back(id);
            if (activity.value("kind", json()) != "vote") continue;
            const auto items = activity.find("items");
            note_items(id, items == activity.end() ? json() : *items);
        }
    }

    void note_items(const std::string& vote, const json& items) {
        made_.votes[vote] = item_names::listed;
        if (!items.is_object() || !items.contains("from") || !items["from"].is_string()) return;
        const auto from = items["from"].get<std::string>();
        const auto take = items.value("take", json());
        if (take == "items" && made_.votes.contains(from)) {  // a second round has the items of the first
            made_.votes[vote] = made_.votes[from];
            if (made_.sources.contains(from)) made_.sources[vote] = made_.sources[from];
        }
        if (take != "entries") return;
        made_.votes[vote] = item_names::entries;
        made_.sources[vote] = from;
    }

    std::chrono::milliseconds read_time(fields& f) {
        const auto at = f.take("at");
        if (!at) return last_;
        const bool in_range = at->is_number() && at->get<double>() >= 0 && at->get<double>() < 1e15;
        if (!in_range) object("\"at\" must be a number of milliseconds");
        last_ = std::chrono::milliseconds(static_cast<std::int64_t>(at->get<double>()));
        return last_;
    }

    std::uint32_t participant(const std::string& who) {
        const auto next = static_cast<std::uint32_t>(made_.participants.size());
        const auto [found, is_new] = numbers_.emplace(who, next);
        if (is_new) made_.participants.push_back(who);
        return found->second;
    }

    static std::optional<leading_verb> leading_verb_of(const std::string& verb) {
        if (verb == "open") return leading_verb::open;
        if (verb == "uncover") return leading_verb::uncover;
        if (verb == "close") return leading_verb::close;
        if (verb == "nextTurn") return leading_verb::pass_sheets_on;
        if (verb == "countUpVotes") return leading_verb::count_up_votes;
        return std::nullopt;
    }

    std::optional<desk_work> desk_work_of(const std::string& verb, fields& f) {
        if (verb == "onBehalf") return write_on_behalf{entry(f)};
        if (verb == "answered") return answered(f);
        if (verb == "tag") return sorted(f, sort_cards::into::tag);
        if (verb == "cluster") return sorted(f, sort_cards::into::cluster);
        if (verb == "measure") return measure(f);
        return std::nullopt;
    }

    mark_answered answered(fields& f) {
        mark_answered made;
        made.ref = known_ref(f, "ref");
        const auto answered = f.take("answered");
        if (answered && !answered->is_boolean()) object("\"answered\" must be true or false");
        made.answered = !answered || answered->get<bool>();
        return made;
    }

    sort_cards sorted(fields& f, sort_cards::into what) {
        sort_cards made;
        made.what = what;
        made.activity = f.text("activity");
        made.name = f.text("name");
        made.refs = known_refs(f);
        return made;
    }

    static put_measure measure(fields& f) {
        put_measure made;
        made.activity = f.text("activity");
        const auto measure = f.take("measure");
        if (!measure || !measure->is_object()) object("\"measure\" must be an object");
        made.measure = measure->dump();
        return made;
    }

    contribution contributed(const std::string& verb, fields& f) {
        if (verb == "entry") return entry(f);
        if (verb == "comment") return comment(f);
        if (verb == "edit") {
            auto ref = known_ref(f, "ref");
            return edit_entry{std::move(ref), f.text("text")};
        }
        if (verb == "withdraw") return withdraw_entry{known_ref(f, "ref")};
        if (verb == "ballot") return ballot(f);
        if (verb == "address") return leave_address{f.text("mail")};
        if (verb == "upVotes") {
            auto activity = f.text("activity");
            return cast_up_votes{std::move(activity), known_refs(f)};
        }
        if (verb == "sheet") return ask_for_sheet{f.text("activity")};
        if (verb == "signUp") return name(f);
        object("unknown act \"{}\"", verb);
    }

    static contribution name(fields& f) {
        sign_up made;
        made.activity = f.text("activity");
        made.name = f.text("name");
        made.contact = f.text_if_any("contact");
        for (const auto& item : f.list("items")) {
            if (!item.is_number_unsigned() || item.get<std::uint64_t>() > 10'000)
                object("\"items\" are named by their index");
            made.items.push_back(item.get<int>());
        }
        return made;
    }

    write_entry entry(fields& f) {
        write_entry made;
        made.activity = f.text("activity");
        made.ref = new_ref(f.text("ref"));
        made.text = f.text("text");
        made.section = f.text_if_any("section");
        made.kind = f.text_if_any("kind");
        return made;
    }

    contribution comment(fields& f) {
        write_comment made;
        made.on = known_ref(f, "on");
        if (auto ref = f.text_if_any("ref")) made.ref = new_ref(std::move(*ref));
        made.text = f.text("text");
        return made;
    }

    static contribution ballot(fields& f) {
        cast_ballot made;
        made.activity = f.text("activity");
        const auto content = f.take("ballot");
        if (!content) object("\"ballot\" is missing");
        check_ballot(*content);
        made.ballot = content->dump();
        return made;
    }

    std::string new_ref(std::string ref) {
        if (!refs_.insert(ref).second) object("ref \"{}\" is given twice", ref);
        return ref;
    }

    std::string known_ref(fields& f, const char* key) { return known(f.text(key)); }

    std::vector<std::string> known_refs(fields& f) {
        std::vector<std::string> known_ones;
        for (const auto& ref : f.list("refs")) {
            if (!ref.is_string()) object("\"refs\" must be strings");
            known_ones.push_back(known(ref.get<std::string>()));
        }
        return known_ones;
    }

    std::string known(std::string ref) const {
        if (!refs_.contains(ref)) object("no entry with ref \"{}\" on an earlier line", ref);
        return ref;
    }

    recording made_;
    std::chrono::milliseconds last_{0};
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_set<std::string> refs_;
};

bool blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

}  // namespace

std::variant<recording, unreadable> read_recording(std::istream& file) {
    reader reading;
    std::size_t number = 0;
    bool begun = false;
    try {
        for (std::string line; std::getline(file, line);) {
            ++number;
            if (blank(line)) continue;
            if (begun)
                reading.act(line);
            else
                reading.header(line);
            begun = true;
        }
    } catch (const objection& why) {
        return unreadable{number, why.reason};
    }
    if (file.bad()) return unreadable{0, "cannot be read"};
    if (!begun) return unreadable{0, "is empty"};
    return reading.made();
}

std::variant<recording, unreadable> read_recording(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) return unreadable{0, "cannot be opened"};
    return read_recording(file);
}

}  // namespace klartext::replay
