#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Something of everything: no field of what is made here is empty or has its usual value.
namespace klartext::domain::testing {

struct filling {
    void operator()(bool& value) const { value = !value; }
    void operator()(int& value) const { value = 7; }
    void operator()(std::int64_t& value) const { value = -70'000'000'000; }
    void operator()(double& value) const { value = 0.1 + 0.2; }
    void operator()(std::string& value) const { value = "„Öl“ \"\\ ש"; }

    template <class T>
    void operator()(std::optional<T>& value) const {
        (*this)(value.emplace());
    }
    template <class T>
    void operator()(std::vector<T>& values) const {
        values.resize(2);
        for (auto& value : values) (*this)(value);
    }
    template <class Key, class T>
    void operator()(std::map<Key, T>& values) const {
        for (const Key key : {0, 11}) (*this)(values[key]);
    }
    template <class Other>
    void operator()(Other& other) const {
        using namespace boost::describe;
        if constexpr (std::is_enum_v<Other>) {
            other = boost::mp11::mp_back<describe_enumerators<Other>>::value;
        } else {
            boost::mp11::mp_for_each<describe_members<Other, mod_public>>(
                [&](auto member) { (*this)(other.*member.pointer); });
        }
    }
};

template <class T>
T filled() {
    T value{};
    filling{}(value);
    return value;
}

}  // namespace klartext::domain::testing
