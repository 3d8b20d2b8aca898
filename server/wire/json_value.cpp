#include "wire/json_value.hpp"

#include "wire/values.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace klartext::wire {
namespace {

bool has_double_names(const json_object& object) {
    std::vector<std::string_view> names;
    names.reserve(object.size());
    for (const auto& [name, value] : object) names.emplace_back(name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

/// Builds the value from the parser's events; each of them ends the parsing by answering false.
class builder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return put({nullptr}); }
    bool boolean(bool value) override { return put({value}); }
    bool number_integer(number_integer_t value) override { return put({std::int64_t{value}}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) return put({static_cast<double>(value)});
        return put({static_cast<std::int64_t>(value)});
    }
    bool number_float(number_float_t value, const string_t&) override { return put({value}); }
    bool string(string_t& value) override { return put({std::move(value)}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open({json_object{}}); }
    bool start_array(std::size_t) override { return open({json_array{}}); }
    bool key(string_t& name) override {
        names_.push_back(std::move(name));
        return true;
    }
    bool end_object() override { return !has_double_names(std::get<json_object>(open_.back().is)) && close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    std::optional<json_value> whole;

private:
    bool open(json_value container) {
        if (open_.size() == deepest) return false;
        open_.push_back(std::move(container));
        return true;
    }
    bool close() {
        auto done = std::move(open_.back());
        open_.pop_back();
        return put(std::move(done));
    }
    bool put(json_value value) {
        if (open_.empty()) {
            whole = std::move(value);
        } else if (auto* array = std::get_if<json_array>(&open_.back().is)) {
            array->push_back(std::move(value));
        } else {
            std::get<json_object>(open_.back().is).push_back({std::move(names_.back()), std::move(value)});
            names_.pop_back();
        }
        return true;
    }

    std::vector<json_value> open_;
    std::vector<std::string> names_;  ///< of the fields whose values are being read
};

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

}  // namespace

const json_value* json_value::find(std::string_view name) const {
    const auto* object = as<json_object>();
    if (!object) return nullptr;
    const auto field = std::ranges::find(*object, name, &json_field::name);
    return field == object->end() ? nullptr : &field->value;
}

result<json_value> parse_json(std::string_view text, std::size_t most_bytes) {
    if (text.size() > most_bytes) return wire_error{problem::too_large, ""};
    builder building;
    const bool read = nlohmann::json::sax_parse(text, &building);
    if (!read || !building.whole) return wire_error{problem::malformed, ""};
    return std::move(*building.whole);
}

void append_json_string(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out.append(1, '"').append(text).append(1, '"');
        return;
    }
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace klartext::wire
