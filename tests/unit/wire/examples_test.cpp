#include "unit/wire/examples.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

namespace klartext::wire {
namespace {

using nlohmann::json;

class Example : public testing::TestWithParam<example> {
protected:
    const std::string text = text_of_example(GetParam().name);
    const json whole = json::parse(text);

    bool accepts(const json& changed) const { return GetParam().rewrite(changed.dump()).has_value(); }
};

/// Calls `visit` for each object and array in the value, with its place and the name of the field it stands in.
void for_each_container(const json& value, const json::json_pointer& place, const std::string& name,
                        const std::function<void(const json&, const json::json_pointer&, const std::string&)>& visit) {
    if (!value.is_structured()) return;
    visit(value, place, name);
    for (const auto& [key, inner] : value.items()) {
        const auto in_array = value.is_array();
        const auto below = in_array ? place / static_cast<std::size_t>(std::stoul(key)) : place / key;
        for_each_container(inner, below, in_array ? name : key, visit);
    }
}

void for_each_value(const json& value, const json::json_pointer& place,
                    const std::function<void(const json&, const json::json_pointer&)>& visit) {
    visit(value, place);
    if (!value.is_structured()) return;
    for (const auto& [key, inner] : value.items())
        for_each_value(inner, value.is_array() ? place / static_cast<std::size_t>(std::stoul(key)) : place / key,
                       visit);
}

json of_another_type(const json& value) {
    if (value.is_string() || value.is_null()) return 7;
    if (value.is_number()) return std::to_string(value.get<int>());
    if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
    return value.is_array() ? json::object() : json::array({7});  // an empty list may be all right
}

TEST_P(Example, IsReadAndWrittenAgainEqual) {
    const auto again = GetParam().rewrite(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(json::parse(*again), whole);
}

TEST_P(Example, IsRefusedWhenCut) {
    const auto compact = whole.dump();
    for (std::size_t length = 0; length < compact.size(); length += 10)
        EXPECT_FALSE(GetParam().rewrite(compact.substr(0, length))) << length;
}

TEST_P(Example, IsRefusedWhenAnyFieldIsOfAnotherType) {
    for_each_value(whole, json::json_pointer(), [&](const json& value, const json::json_pointer& place) {
        auto changed = whole;
        changed[place] = of_another_type(value);
        EXPECT_FALSE(accepts(changed)) << place.to_string();
    });
}

TEST_P(Example, IsRefusedWhenAnyWholeNumberHasAFraction) {
    for_each_value(whole, json::json_pointer(), [&](const json& value, const json::json_pointer& place) {
        if (!value.is_number_integer()) return;
        auto changed = whole;
        changed[place] = value.get<double>() + 0.5;
        EXPECT_FALSE(accepts(changed)) << place.to_string();
    });
}

TEST_P(Example, IsRefusedWithoutAnyOfItsFieldsThatAreNotOptional) {
    for_each_container(whole, json::json_pointer(), "",
                       [&](const json& value, const json::json_pointer& place, const std::string& name) {
                           if (!value.is_object()) return;
                           for (const auto& [field, ignored] : value.items()) {
                               auto changed = whole;
                               changed[place].erase(field);
                               EXPECT_EQ(accepts(changed), GetParam().optional.contains(name + "/" + field))
                                   << (place / field).to_string();
                           }
                       });
}

TEST_P(Example, IsRefusedWithAnUnknownFieldAnywhere) {
    for_each_container(whole, json::json_pointer(), "",
                       [&](const json& value, const json::json_pointer& place, const std::string&) {
                           if (!value.is_object()) return;
                           auto changed = whole;
                           changed[place]["surplus"] = true;
                           EXPECT_FALSE(accepts(changed)) << place.to_string();
                       });
}

TEST_P(Example, IsRefusedWhenANameComesTwice) {
    const auto field = whole.begin();
    const auto doubled = "{" + json(field.key()).dump() + ":" + field->dump() + "," + whole.dump().substr(1);
    EXPECT_FALSE(GetParam().rewrite(doubled));
}

INSTANTIATE_TEST_SUITE_P(All, Example, testing::ValuesIn(examples), [](const auto& each) {
    auto name = each.param.name;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(Examples, AreAllThereIsInTheFolder) {
    std::set<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(examples_folder)) files.insert(file.path().stem());
    std::set<std::string> names;
    for (const auto& each : examples) names.insert(each.name);
    EXPECT_EQ(files, names);
}

}  // namespace
}  // namespace klartext::wire
