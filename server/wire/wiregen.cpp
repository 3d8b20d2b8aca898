/// wiregen [--check] TYPESCRIPT SCHEMAS: writes the types of all messages for the browser's client and the JSON Schemas
/// to which the description of the API refers. With --check it writes nothing and ends with 1 if a file is not what it
/// would write.
#include "wire/answers.hpp"
#include "wire/desk_messages.hpp"
#include "wire/feed_messages.hpp"
#include "wire/join_messages.hpp"
#include "wire/letterbox_messages.hpp"
#include "wire/shapes.hpp"
#include "wire/sign_up_messages.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>

namespace klartext::wire {
namespace {

using nlohmann::ordered_json;
using shapes::shape;

shapes::collection all_messages() {
    shapes::collection all;
    all.add<domain::method_rules>("VoteRules");
    all.add<domain::ballot>("Ballot");
    all.add<domain::tally_result>("Tally");
    all.add<planned_items>("PlannedItems");
    all.add<domain::planned_activity>("ActivitySpec");
    all.add<envelope>("Envelope");
    all.add<received>("Received");
    all.add<error>("ErrorAnswer");
    all.add<health>("Health");
    all.add<signing_key>("SigningKey");
    all.add<open_door>("OpenDoor");
    all.add<join>("Join");
    all.add<joined>("Joined");
    all.add<stamps_request>("StampsRequest");
    all.add<drawn_stamps>("DrawnStamps");
    all.add<hello>("Hello");
    all.add<feed_change>("FeedChange");
    all.add<feed_message>("FeedMessage");
    all.add<login>("Login");
    all.add<new_password>("NewPassword");
    all.add<me>("Me");
    all.add<new_account>("NewAccount");
    all.add<accounts>("Accounts");
    all.add<account_link>("AccountLink");
    all.add<reset_link>("ResetLink");
    all.add<test_mail>("TestMail");
    all.add<tried_mail>("TriedMail");
    all.add<mail_state>("MailState");
    all.add<new_session>("NewSession");
    all.add<created_session>("CreatedSession");
    all.add<session_list>("SessionList");
    all.add<desk_session>("DeskSession");
    all.add<domain::session_settings>("SessionSettings");
    all.add<domain::minutes_choices>("MinutesChoices");
    all.add<added_activity>("AddedActivity");
    all.add<agenda_order>("AgendaOrder");
    all.add<door>("Door");
    all.add<stage>("Stage");
    all.add<timer>("Timer");
    all.add<minutes_link>("MinutesLink");
    all.add<ticket>("Ticket");
    all.add<cluster_name>("ClusterName");
    all.add<created_cluster>("CreatedCluster");
    all.add<merge>("Merge");
    all.add<arrangement>("Arrangement");
    all.add<measure_text>("MeasureText");
    all.add<handed_items>("HandedItems");
    all.add<removed_entries>("RemovedEntries");
    all.add<new_tag>("NewTag");
    all.add<tag_text>("TagText");
    all.add<created_tag>("CreatedTag");
    all.add<tag_merge>("TagMerge");
    all.add<tagging>("Tagging");
    all.add<text_to_remove>("TextToRemove");
    all.add<answered_mark>("AnsweredMark");
    all.add<turn_to_start>("TurnToStart");
    all.add<sheet_given>("SheetGiven");
    all.add<suggestions>("Suggestions");
    all.add<sign_ups>("SignUps");
    all.add<sign_up_removal>("SignUpRemoval");
    return all;
}

std::string quoted(const std::string& word) { return "\"" + word + "\""; }

std::string typescript_of(const shape&);

template <class Each, class Print>
std::string joined_by(const std::string& between, const std::vector<Each>& all, Print print) {
    std::string text;
    for (const auto& each : all) text += (text.empty() ? "" : between) + print(each);
    return text;
}

std::string typescript_of_fields(const shape& object) {
    std::string text = "{\n";
    for (const auto& [name, type, optional] : object.fields)
        text += "  readonly " + name + (optional ? "?: " : ": ") + typescript_of(type) + ";\n";
    return text + "}";
}

std::string typescript_of(const shape& shape) {
    using enum shape::kind;
    switch (shape.is) {
        case text: return "string";
        case boolean: return "boolean";
        case integer:
        case number: return "number";
        case null: return "null";
        case constant: return quoted(shape.word);
        case names: return joined_by(" | ", shape.names, quoted);
        case list: return "ReadonlyArray<" + typescript_of(shape.parts.front()) + ">";
        case map: return "Readonly<Record<string, " + typescript_of(shape.parts.front()) + ">>";
        case object: return typescript_of_fields(shape);
        case either: return joined_by(" | ", shape.parts, typescript_of);
        case reference: return shape.word;
    }
    throw std::logic_error("no such shape");
}

std::string typescript(const shapes::collection& all) {
    std::string text =
        "// Written by wiregen from the messages in server/wire; not to be edited.\n"
        "// Ids are 32 hex digits; secrets, stamps and hashes 43 characters of base64url.\n";
    for (const auto& [name, shape] : all.definitions())
        text += "\nexport type " + name + " = " + typescript_of(shape) + ";\n";
    const auto code = [](const refusal_text& each) { return "\n  | " + quoted(std::string(each.code)); };
    return text + "\nexport type ErrorCode =" + joined_by("", all_refusal_texts(), code) + ";\n";
}

ordered_json schema_of(const shape&);

ordered_json schema_of_text(const shape& text) {
    ordered_json schema{{"type", "string"}};
    if (!text.word.empty()) schema["pattern"] = text.word;
    if (text.least) schema["minLength"] = text.least;
    if (text.most) schema["maxLength"] = text.most;
    return schema;
}

ordered_json schema_of_integer(const shape& integer) {
    ordered_json schema{{"type", "integer"}, {"minimum", integer.least}};
    if (integer.most) schema["maximum"] = integer.most;
    return schema;
}

ordered_json schema_of_object(const shape& object) {
    ordered_json schema{{"type", "object"}, {"properties", ordered_json::object()}};
    schema["required"] = ordered_json::array();
    for (const auto& [name, type, optional] : object.fields) {
        schema["properties"][name] = schema_of(type);
        if (!optional) schema["required"].push_back(name);
    }
    schema["additionalProperties"] = false;
    return schema;
}

ordered_json schema_of_either(const shape& either) {
    ordered_json parts = ordered_json::array();
    for (const auto& part : either.parts) parts.push_back(schema_of(part));
    return {{"oneOf", std::move(parts)}};
}

ordered_json schema_of(const shape& shape) {
    using enum shape::kind;
    switch (shape.is) {
        case text: return schema_of_text(shape);
        case boolean: return {{"type", "boolean"}};
        case integer: return schema_of_integer(shape);
        case number: return {{"type", "number"}};
        case null: return {{"type", "null"}};
        case constant: return {{"const", shape.word}};
        case names: return {{"type", "string"}, {"enum", shape.names}};
        case list: return {{"type", "array"}, {"items", schema_of(shape.parts.front())}};
        case map: return {{"type", "object"}, {"additionalProperties", schema_of(shape.parts.front())}};
        case object: return schema_of_object(shape);
        case either: return schema_of_either(shape);
        case reference: return {{"$ref", "#/$defs/" + shape.word}};
    }
    throw std::logic_error("no such shape");
}

ordered_json in_both(const both_languages& text) { return {{"de", text.de}, {"en", text.en}}; }

std::string schemas(const shapes::collection& all) {
    ordered_json document;
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    document["$comment"] = "Written by wiregen from the messages in server/wire; not to be edited.";
    for (const auto& [name, shape] : all.definitions()) document["$defs"][name] = schema_of(shape);
    auto& code = document["$defs"]["ErrorCode"];
    code["type"] = "string";
    for (const auto& each : all_refusal_texts()) {
        code["enum"].push_back(each.code);
        document["x-errors"].push_back({{"code", each.code},
                                        {"status", each.status},
                                        {"message", in_both(each.message)},
                                        {"advice", in_both(each.advice)}});
    }
    return document.dump(2) + "\n";
}

bool is_up_to_date(const std::filesystem::path& file, const std::string& content) {
    std::ifstream in(file, std::ios::binary);
    const std::string found{std::istreambuf_iterator<char>(in), {}};
    if (found == content) return true;
    std::cerr << file.string() << " is stale: build the target wire_files and commit what it writes\n";
    return false;
}

bool written(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << content;
    return out.flush().good();
}

int run(std::span<char*> arguments) {
    const bool check = !arguments.empty() && std::string_view(arguments.front()) == "--check";
    const auto files = arguments.subspan(check ? 1 : 0);
    if (files.size() != 2) {
        std::cerr << "wiregen [--check] TYPESCRIPT SCHEMAS\n";
        return 2;
    }
    const auto all = all_messages();
    const auto handle = check ? is_up_to_date : written;
    const bool types = handle(files[0], typescript(all));
    const bool schema = handle(files[1], schemas(all));
    return types && schema ? 0 : 1;
}

}  // namespace
}  // namespace klartext::wire

int main(int count, char** arguments) {
    return klartext::wire::run(std::span(arguments, static_cast<std::size_t>(count)).subspan(1));
}
