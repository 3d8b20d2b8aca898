#include "protocol/texts.hpp"
