#include "wire/desk_messages.hpp"

#include "wire/bridge.hpp"
#include "wire/forms.hpp"

namespace klartext::wire {

result<login> read_login(std::string_view json) { return bridge::read_message<login>(json, desk_bytes); }
result<new_password> read_password(std::string_view json) {
    return bridge::read_message<new_password>(json, desk_bytes);
}
result<new_account> read_account(std::string_view json) { return bridge::read_message<new_account>(json, desk_bytes); }
result<new_session> read_new_session(std::string_view json) {
    return bridge::read_message<new_session>(json, desk_bytes);
}
result<domain::session_settings> read_session_edit(std::string_view json) {
    return bridge::read_message<domain::session_settings>(json, desk_bytes);
}
result<domain::minutes_choices> read_minutes_choices(std::string_view json) {
    return bridge::read_message<domain::minutes_choices>(json, desk_bytes);
}
result<added_activity> read_added_activity(std::string_view json) {
    return bridge::read_message<added_activity>(json, desk_bytes);
}
result<domain::planned_activity> read_activity(std::string_view json) {
    return bridge::read_message<domain::planned_activity>(json, desk_bytes);
}
result<door> read_door(std::string_view json) { return bridge::read_message<door>(json, desk_bytes); }
result<stage> read_stage(std::string_view json) { return bridge::read_message<stage>(json, desk_bytes); }
result<timer> read_timer(std::string_view json) { return bridge::read_message<timer>(json, desk_bytes); }
result<agenda_order> read_order(std::string_view json) { return bridge::read_message<agenda_order>(json, desk_bytes); }
result<cluster_name> read_name(std::string_view json) { return bridge::read_message<cluster_name>(json, desk_bytes); }
result<merge> read_merge(std::string_view json) { return bridge::read_message<merge>(json, desk_bytes); }
result<arrangement> read_arrange(std::string_view json) { return bridge::read_message<arrangement>(json, desk_bytes); }
result<new_tag> read_new_tag(std::string_view json) { return bridge::read_message<new_tag>(json, desk_bytes); }
result<tag_text> read_tag(std::string_view json) { return bridge::read_message<tag_text>(json, desk_bytes); }
result<tag_merge> read_tag_merge(std::string_view json) { return bridge::read_message<tag_merge>(json, desk_bytes); }
result<answered_mark> read_answered(std::string_view json) {
    return bridge::read_message<answered_mark>(json, desk_bytes);
}
result<turn_to_start> read_turn(std::string_view json) { return bridge::read_message<turn_to_start>(json, desk_bytes); }
result<text_to_remove> read_text_to_remove(std::string_view json) {
    return bridge::read_message<text_to_remove>(json, desk_bytes);
}
result<tagging> read_tagging(std::string_view json) { return bridge::read_message<tagging>(json, desk_bytes); }
result<measure_text> read_measure(std::string_view json) {
    return bridge::read_message<measure_text>(json, desk_bytes);
}
result<handed_items> read_handed_items(std::string_view json) {
    return bridge::read_message<handed_items>(json, no_limit);
}
result<me> read_me(std::string_view json) { return bridge::read_message<me>(json, no_limit); }
result<accounts> read_accounts(std::string_view json) { return bridge::read_message<accounts>(json, no_limit); }
result<account_link> read_account_link(std::string_view json) {
    return bridge::read_message<account_link>(json, no_limit);
}
result<reset_link> read_reset_link(std::string_view json) { return bridge::read_message<reset_link>(json, no_limit); }
result<session_list> read_session_list(std::string_view json) {
    return bridge::read_message<session_list>(json, no_limit);
}
result<created_session> read_created_session(std::string_view json) {
    return bridge::read_message<created_session>(json, no_limit);
}
result<desk_session> read_desk_session(std::string_view json) {
    return bridge::read_message<desk_session>(json, no_limit);
}
result<minutes_link> read_minutes_link(std::string_view json) {
    return bridge::read_message<minutes_link>(json, no_limit);
}
result<ticket> read_ticket(std::string_view json) { return bridge::read_message<ticket>(json, no_limit); }
result<created_cluster> read_created_cluster(std::string_view json) {
    return bridge::read_message<created_cluster>(json, no_limit);
}
result<created_tag> read_created_tag(std::string_view json) {
    return bridge::read_message<created_tag>(json, no_limit);
}
result<suggestions> read_suggestions(std::string_view json) {
    return bridge::read_message<suggestions>(json, no_limit);
}

std::string write(const login& message) { return bridge::write_message(message); }
std::string write(const new_password& message) { return bridge::write_message(message); }
std::string write(const new_account& message) { return bridge::write_message(message); }
std::string write(const new_session& message) { return bridge::write_message(message); }
std::string write(const domain::session_settings& message) { return bridge::write_message(message); }
std::string write(const domain::minutes_choices& message) { return bridge::write_message(message); }
std::string write(const added_activity& message) { return bridge::write_message(message); }
std::string write(const domain::planned_activity& message) { return bridge::write_message(message); }
std::string write(const stage& message) { return bridge::write_message(message); }
std::string write(const timer& message) { return bridge::write_message(message); }
std::string write(const door& message) { return bridge::write_message(message); }
std::string write(const agenda_order& message) { return bridge::write_message(message); }
std::string write(const cluster_name& message) { return bridge::write_message(message); }
std::string write(const merge& message) { return bridge::write_message(message); }
std::string write(const arrangement& message) { return bridge::write_message(message); }
std::string write(const new_tag& message) { return bridge::write_message(message); }
std::string write(const tag_text& message) { return bridge::write_message(message); }
std::string write(const tag_merge& message) { return bridge::write_message(message); }
std::string write(const answered_mark& message) { return bridge::write_message(message); }
std::string write(const turn_to_start& message) { return bridge::write_message(message); }
std::string write(const text_to_remove& message) { return bridge::write_message(message); }
std::string write(const tagging& message) { return bridge::write_message(message); }
std::string write(const measure_text& message) { return bridge::write_message(message); }
std::string write(const handed_items& message) { return bridge::write_message(message); }
std::string write(const me& message) { return bridge::write_message(message); }
std::string write(const accounts& message) { return bridge::write_message(message); }
std::string write(const account_link& message) { return bridge::write_message(message); }
std::string write(const reset_link& message) { return bridge::write_message(message); }
std::string write(const session_list& message) { return bridge::write_message(message); }
std::string write(const created_session& message) { return bridge::write_message(message); }
std::string write(const desk_session& message) { return bridge::write_message(message); }
std::string write(const minutes_link& message) { return bridge::write_message(message); }
std::string write(const ticket& message) { return bridge::write_message(message); }
std::string write(const created_cluster& message) { return bridge::write_message(message); }
std::string write(const created_tag& message) { return bridge::write_message(message); }
std::string write(const suggestions& message) { return bridge::write_message(message); }

}  // namespace klartext::wire
